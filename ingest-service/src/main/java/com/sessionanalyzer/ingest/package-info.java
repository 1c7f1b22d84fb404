/** Takes records in: the service that turns what people and systems send into records and rejections. */
@NullMarked
package com.sessionanalyzer.ingest;

import org.jspecify.annotations.NullMarked;
