package io.sevenfold.notifier.sending;

/** How the connection to the SMTP server is encrypted. */
public enum TlsMode {
    /** Not at all: for a server on the same machine. */
    NONE,
    /** By STARTTLS (RFC 3207), without which nothing is sent. */
    STARTTLS,
    /** From its first byte (RFC 8314), usually on port 465. */
    IMPLICIT
}
