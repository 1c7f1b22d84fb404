/** Cuts streams of bytes into items: lines, labelled records, rows of a table. Knows no domain. */
@NullMarked
package com.sessionanalyzer.intake.items;

import org.jspecify.annotations.NullMarked;
