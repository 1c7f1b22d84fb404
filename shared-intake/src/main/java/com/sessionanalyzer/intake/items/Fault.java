package com.sessionanalyzer.intake.items;

/** What is wrong with an item as such, whatever it says. */
public enum Fault {
    NONE,

    /** It has more bytes than an item may have; what is more is left out. */
    TOO_LONG,

    /** A quote opens in it and does not close; it ends with its line instead. */
    UNCLOSED_QUOTE
}
