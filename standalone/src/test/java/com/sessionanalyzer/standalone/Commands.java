package com.sessionanalyzer.standalone;

import picocli.CommandLine;

/** The command line, for the tests of its parts. */
public final class Commands {

    private Commands() {}

    public static CommandLine line() {
        return Csa.commandLine();
    }
}
