package io.sevenfold.house.broken;

public class NameManager {}
