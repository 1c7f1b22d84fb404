/** Labelled text: lines of label, colon and value, cut into records and fields with their line numbers. Knows no domain. */
@NullMarked
package com.sessionanalyzer.intake.text;

import org.jspecify.annotations.NullMarked;
