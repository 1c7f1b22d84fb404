/** The command line: one program that starts everything in one process and checks it. */
@NullMarked
package com.sessionanalyzer.standalone;

import org.jspecify.annotations.NullMarked;
