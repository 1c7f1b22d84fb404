package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.session.Channel;

/** How pages call the doors. */
final class ChannelNames {

    private ChannelNames() {}

    static String of(Channel channel) {
        return switch (channel) {
            case FORM -> "Form";
            case TEXT -> "Pasted text";
            case API -> "API";
            case BULK -> "Bulk";
            case STREAM -> "Stream";
            case DESK -> "Desk";
        };
    }
}
