package io.sevenfold.rest;

/** The groups a token may name. */
public final class Roles {
    /** Another application: writes contacts, reps and interactions. */
    public static final String APP = "app";
    /** Sees the workspace and acts on what they own. */
    public static final String REP = "rep";
    /** Acts on all of the workspace. */
    public static final String MANAGER = "manager";
    /** As a manager, and changes settings. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
