package com.sessionanalyzer.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** How long tests wait for what they do not say how soon it must be: a slow machine makes them slow, not red. */
public final class Patience implements LauncherSessionListener {

    private static final Duration USUAL = Duration.ofMinutes(1);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(USUAL);
    }
}
