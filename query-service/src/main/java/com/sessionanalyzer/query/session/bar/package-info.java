/** The filter bar that the pages share: what it offers, what is chosen, and where each choice leads. */
@NullMarked
package com.sessionanalyzer.query.session.bar;

import org.jspecify.annotations.NullMarked;
