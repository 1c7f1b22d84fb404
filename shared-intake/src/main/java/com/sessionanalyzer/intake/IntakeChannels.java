package com.sessionanalyzer.intake;

import java.util.List;

/** The channels through which a domain's records come in; each is counted from the start, so that its first record is seen. */
public record IntakeChannels(String domain, List<String> channels) {

    public IntakeChannels {
        channels = List.copyOf(channels);
    }
}
