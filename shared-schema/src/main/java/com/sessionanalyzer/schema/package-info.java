/** What the services say to each other: identities, positions and the binary form of events. Free of Spring. */
@NullMarked
package com.sessionanalyzer.schema;

import org.jspecify.annotations.NullMarked;
