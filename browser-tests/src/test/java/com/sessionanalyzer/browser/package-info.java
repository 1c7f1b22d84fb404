/** What a person sees of the whole product, in a real browser. */
@NullMarked
package com.sessionanalyzer.browser;

import org.jspecify.annotations.NullMarked;
