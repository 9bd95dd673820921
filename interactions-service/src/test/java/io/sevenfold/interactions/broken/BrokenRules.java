package io.sevenfold.interactions.broken;

import jakarta.enterprise.context.ApplicationScoped;

/** Rules that need a framework. */
@ApplicationScoped
class BrokenRules {}
