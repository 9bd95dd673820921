package io.sevenfold.contacts.broken;

public class NameManager {}
