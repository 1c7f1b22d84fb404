/** Pushes the newest state to browsers as server-sent events; knows no domain. */
@NullMarked
package com.sessionanalyzer.query.live;

import org.jspecify.annotations.NullMarked;
