/** Bodies of posts, bounded before anything parses them. Knows no domain. */
@NullMarked
package com.sessionanalyzer.ingest.body;

import org.jspecify.annotations.NullMarked;
