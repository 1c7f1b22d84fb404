package com.sessionanalyzer.standalone.load;

import java.util.UUID;

/**
 * A content that was sent.
 *
 * @param already how far it was before
 */
record Sent(LoadName name, UUID delivery, Progress progress, Progress already) {

    boolean isNews() {
        return progress.bytes() > already.bytes();
    }
}
