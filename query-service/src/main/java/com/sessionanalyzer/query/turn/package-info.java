/** Turns at changing something, in whichever process of this database; knows no domain. */
@NullMarked
package com.sessionanalyzer.query.turn;

import org.jspecify.annotations.NullMarked;
