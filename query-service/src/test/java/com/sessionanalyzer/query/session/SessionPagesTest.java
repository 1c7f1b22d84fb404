package com.sessionanalyzer.query.session;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

/** Pages of the query service with fixed numbers and rows, as a server renders them. */
@SpringBootTest(classes = PagesPreview.class, properties = "csa.organization.time-zone=Europe/Prague")
@AutoConfigureMockMvc
abstract class SessionPagesTest {

    final MockMvc mvc;
    final FixedInsights insights;
    final FixedRows rows;
    final FixedOpenRejections rejections;

    SessionPagesTest(MockMvc mvc, FixedInsights insights, FixedRows rows, FixedOpenRejections rejections) {
        this.mvc = mvc;
        this.insights = insights;
        this.rows = rows;
        this.rejections = rejections;
    }

    @BeforeEach
    void startWithRecords() {
        insights.current = FixedInsights.filled(1);
        rejections.open = 0;
        rows.all.clear();
        rows.all.addAll(new FixedRows(47).all);
    }
}
