/** Who changed what and when, chained so that nothing can be taken out unseen; knows no domain. */
@NullMarked
package com.sessionanalyzer.query.audit;

import org.jspecify.annotations.NullMarked;
