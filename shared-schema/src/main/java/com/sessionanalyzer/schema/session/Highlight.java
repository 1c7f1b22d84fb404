package com.sessionanalyzer.schema.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The finding of a record that somebody should look at.
 *
 * @param url an http or https address, such as a ticket
 */
public record Highlight(
        HighlightType type, @Nullable String url, @Nullable String details) {

    public static final int MAX_URL_LENGTH = 500;
    public static final int MAX_DETAILS_LENGTH = 20_000;

    private static final Pattern WEB_ADDRESS =
            Pattern.compile("https?://[^\\s\\p{Cntrl}<>\"]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern USER_INFO = Pattern.compile("https?://[^/?#]*@", Pattern.CASE_INSENSITIVE);

    public Highlight {
        if (url != null && !isRecordable(url)) {
            throw new IllegalArgumentException("highlight_url must be an http or https address, was '" + url + "'");
        }
        if (details != null && details.length() > MAX_DETAILS_LENGTH) {
            throw new IllegalArgumentException("highlight_details must have at most 20000 characters");
        }
    }

    /** Whether the text is an http or https address of at most 500 characters, without a user or password. */
    public static boolean isWebAddress(String text) {
        return isRecordable(text) && !USER_INFO.matcher(text).lookingAt();
    }

    /** What records may have; those of earlier versions can have a user in the address, which no page links to. */
    private static boolean isRecordable(String text) {
        return text.length() <= MAX_URL_LENGTH && WEB_ADDRESS.matcher(text).matches();
    }
}
