package com.sessionanalyzer.schema.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The chain of an organization's audit entries, in the order of their topic: each link is the SHA-256 of the link before it
 * followed by the entry's bytes. Who knows a link knows that nothing before it was changed, left out or put in.
 *
 * @param sequence how many entries it has
 * @param head     the last link, in hexadecimal digits; zeros before the first
 */
public record AuditChain(long sequence, String head) {

    public static final AuditChain EMPTY = new AuditChain(0, "0".repeat(64));

    /** The chain with one more entry. */
    public AuditChain and(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(head));
        return new AuditChain(sequence + 1, HexFormat.of().formatHex(digest.digest(entry)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
