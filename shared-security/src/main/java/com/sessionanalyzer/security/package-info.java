/** Who is calling, for which organization, and what a browser may do. */
@NullMarked
package com.sessionanalyzer.security;

import org.jspecify.annotations.NullMarked;
