package io.sevenfold.events;

import java.util.UUID;

/** Final: the rep is gone; their contacts have no owner until somebody gives them one. */
public record RepErased(UUID repId, long version) {}
