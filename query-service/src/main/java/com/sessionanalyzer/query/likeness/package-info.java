/** Finds names that are likely to mean the same, and says why. It knows names and nothing of who has them. */
@NullMarked
package com.sessionanalyzer.query.likeness;

import org.jspecify.annotations.NullMarked;
