/** The services apart: each a process of its own, behind one origin. */
@NullMarked
package com.sessionanalyzer.standalone.split;

import org.jspecify.annotations.NullMarked;
