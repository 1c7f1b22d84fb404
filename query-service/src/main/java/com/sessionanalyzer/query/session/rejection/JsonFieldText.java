package com.sessionanalyzer.query.session.rejection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** A record that is one JSON object; a field that is there more than once is not touched. */
final class JsonFieldText implements FieldText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final char QUOTE = '"';

    private final String text;
    private final List<Member> members;
    private final int objectStart;

    JsonFieldText(String text) {
        this.text = text;
        List<Member> found = new ArrayList<>();
        this.objectStart = scan(text, found);
        this.members = found;
    }

    /** Adds all members, and answers the index after the opening brace; -1 when the text is no object. */
    private static int scan(String text, List<Member> members) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return -1;
            }
            int start = offset(parser.currentLocation().getCharOffset());
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                int nameStart = offset(parser.currentTokenLocation().getCharOffset());
                String name = parser.currentName();
                parser.nextToken();
                members.add(member(parser, text, nameStart, name));
            }
            return start;
        } catch (JacksonException malformed) {
            members.clear();
            return -1;
        }
    }

    private static Member member(JsonParser parser, String text, int nameStart, String name) {
        int start = offset(parser.currentTokenLocation().getCharOffset());
        JsonToken token = parser.currentToken();
        String value = token == JsonToken.VALUE_NULL ? "" : token.isScalarValue() ? parser.getString() : "";
        parser.skipChildren();
        int end = token == JsonToken.VALUE_STRING || token.isStructStart()
                ? offset(parser.currentLocation().getCharOffset())
                : start + parser.getString().length();
        String said = token.isStructStart() ? text.substring(start, end) : value;
        return new Member(name, nameStart, new Place(start, end, said));
    }

    private static int offset(long offset) {
        return Math.toIntExact(offset);
    }

    @Override
    public @Nullable Place find(String field) {
        Member member = only(field);
        return member == null ? null : member.value();
    }

    @Override
    public String set(String field, String value) {
        if (objectStart < 0 || count(field) > 1) {
            return text;
        }
        String written = FieldNames.isNumber(field) && value.matches("0|[1-9][0-9]{0,8}")
                ? value
                : JSON.writeValueAsString(value);
        Place place = find(field);
        if (place != null) {
            return place.replaced(text, written);
        }
        String member = JSON.writeValueAsString(FieldNames.wireName(field)) + ":" + written;
        return text.substring(0, objectStart) + member + (members.isEmpty() ? "" : ",") + text.substring(objectStart);
    }

    @Override
    public String rename(String field, String name) {
        Member member = only(field);
        if (member == null || count(name) > 0) {
            return text;
        }
        int nameEnd =
                text.lastIndexOf(QUOTE, text.lastIndexOf(':', member.value().start() - 1)) + 1;
        return text.substring(0, member.nameStart())
                + JSON.writeValueAsString(FieldNames.wireName(name))
                + text.substring(nameEnd);
    }

    @Override
    public String clear(String field) {
        Member member = only(field);
        if (member == null) {
            return text;
        }
        int index = members.indexOf(member);
        if (index + 1 < members.size()) {
            return text.substring(0, member.nameStart())
                    + text.substring(members.get(index + 1).nameStart());
        }
        int start = index == 0 ? objectStart : members.get(index - 1).value().end();
        return text.substring(0, start) + text.substring(member.value().end());
    }

    private @Nullable Member only(String field) {
        return count(field) == 1
                ? members.stream()
                        .filter(member -> member.isCalled(field))
                        .findFirst()
                        .orElseThrow()
                : null;
    }

    private long count(String field) {
        return members.stream().filter(member -> member.isCalled(field)).count();
    }

    /** One property. */
    private record Member(String name, int nameStart, Place value) {

        boolean isCalled(String field) {
            return name.equals(field);
        }
    }
}
