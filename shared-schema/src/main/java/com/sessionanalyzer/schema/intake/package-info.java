/** What every domain's intake keeps beside the records: deliveries and counts. Knows no domain. */
@NullMarked
package com.sessionanalyzer.schema.intake;

import org.jspecify.annotations.NullMarked;
