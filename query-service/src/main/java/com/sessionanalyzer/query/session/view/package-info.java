/** What people keep of the reports: filters, searches, columns and orders with a name. */
@NullMarked
package com.sessionanalyzer.query.session.view;

import org.jspecify.annotations.NullMarked;
