package com.sessionanalyzer.ingest.body;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of a form that was sent as {@code application/x-www-form-urlencoded}, strictly in UTF-8. */
final class FormBody {

    private static final int MAX_FIELDS = 100;
    private static final int HEXADECIMAL = 16;

    private final byte[] body;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private int count;

    private FormBody(byte[] body) {
        this.body = body;
    }

    /**
     * The values of each field, in their order.
     *
     * @throws ProblemException when the body is broken or has more than 100 fields
     */
    static Map<String, List<String>> parse(byte[] body) {
        return new FormBody(body).parse();
    }

    private Map<String, List<String>> parse() {
        int start = 0;
        while (start < body.length) {
            int end = indexOf('&', start, body.length);
            if (end > start) {
                add(start, end);
            }
            start = end + 1;
        }
        return fields;
    }

    private void add(int start, int end) {
        if (++count > MAX_FIELDS) {
            throw broken("The form must have at most " + MAX_FIELDS + " fields.");
        }
        int equals = indexOf('=', start, end);
        String name = decoded(start, equals);
        fields.computeIfAbsent(name, missing -> new ArrayList<>(1)).add(decoded(Math.min(equals + 1, end), end));
    }

    private int indexOf(char separator, int start, int end) {
        int index = start;
        while (index < end && body[index] != separator) {
            index++;
        }
        return index;
    }

    private String decoded(int start, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (body[i] == '%') {
                bytes.write(escaped(i, end));
                i += 2;
            } else {
                bytes.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw broken("The form must be in UTF-8.");
        }
    }

    private int escaped(int percent, int end) {
        int high = percent + 1 < end ? Character.digit(body[percent + 1], HEXADECIMAL) : -1;
        int low = percent + 2 < end ? Character.digit(body[percent + 2], HEXADECIMAL) : -1;
        if (high < 0 || low < 0) {
            throw broken("The form has a percent sign that escapes nothing.");
        }
        return high * HEXADECIMAL + low;
    }

    private static ProblemException broken(String detail) {
        return ProblemException.of(ProblemType.MALFORMED_REQUEST, detail);
    }
}
