package com.sessionanalyzer.intake.items;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** What the first bytes of a content say that it is: text, or one of the files that people take for a table or a text. */
enum ContentStart {
    UTF_8_MARK("EFBBBF", ""),
    UTF_16_LITTLE("FFFE", "The content must be UTF-8, but it is UTF-16"),
    UTF_16_BIG("FEFF", "The content must be UTF-8, but it is UTF-16"),
    PDF(hex("%PDF-"), notText("a PDF document")),
    ARCHIVE("504B0304", notText("an Excel, Word or ZIP file")),
    OLD_OFFICE("D0CF11E0A1B11AE1", notText("an Excel or Word file")),
    GZIP("1F8B08", "The content is packed with gzip; send it with Content-Encoding: gzip, or unpacked"),
    ZSTANDARD("28B52FFD", notText("packed with Zstandard")),
    BZIP2(hex("BZh"), notText("packed with bzip2")),
    XZ("FD377A585A00", notText("packed with xz")),
    SEVEN_ZIP("377ABCAF271C", notText("a 7z archive")),
    PARQUET(hex("PAR1"), notText("a Parquet file")),
    SQLITE(hex("SQLite f"), notText("an SQLite database")),
    PNG("89504E47", notText("a picture")),
    JPEG("FFD8FF", notText("a picture")),
    GIF(hex("GIF8"), notText("a picture")),
    TEXT("", "");

    /** How many bytes it takes to tell. */
    static final int LENGTH = 8;

    /** A character for each byte. */
    private final String signature;

    private final String sentence;

    ContentStart(String signature, String sentence) {
        this.signature = new String(HexFormat.of().parseHex(signature), StandardCharsets.ISO_8859_1);
        this.sentence = sentence;
    }

    /**
     * How many of the first bytes are none of the content's.
     *
     * @throws UnreadableContentException when the content is not text in UTF-8, whatever follows
     */
    static int skipped(byte[] bytes, int limit) {
        ContentStart start = Arrays.stream(values())
                .filter(one -> one.begins(bytes, limit))
                .findFirst()
                .orElse(TEXT);
        if (!start.sentence.isEmpty()) {
            boolean isUtf16 = start == UTF_16_LITTLE || start == UTF_16_BIG;
            throw new UnreadableContentException(1, isUtf16 ? "not-utf-8" : "not-text", start.sentence);
        }
        return start.signature.length();
    }

    private boolean begins(byte[] bytes, int limit) {
        return limit >= signature.length()
                && new String(bytes, 0, signature.length(), StandardCharsets.ISO_8859_1).equals(signature);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String notText(String kind) {
        return "The content is " + kind + ", not text; export it as CSV with a header, JSON lines or labelled text";
    }
}
