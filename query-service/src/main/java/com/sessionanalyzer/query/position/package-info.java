/** Waiting until a reader has come as far as somebody's own write. */
@NullMarked
package com.sessionanalyzer.query.position;

import org.jspecify.annotations.NullMarked;
