package com.sessionanalyzer.intake.text;

/** A label of a labelled text, implemented by a domain's enum of fields. */
public interface Label {

    /** The label for people, in ASCII, its words separated by single spaces, as in {@code Time Consumed}. */
    String text();
}
