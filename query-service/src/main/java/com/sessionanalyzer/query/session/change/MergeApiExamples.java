package com.sessionanalyzer.query.session.change;

/** Examples of the API description about merges of customers. */
final class MergeApiExamples {

    static final String MERGE = """
            {"customer": "ACME Inc", "into": "acme.com"}""";

    static final String UNDO = """
            {"customer": "ACME Inc"}""";

    static final String REJECT = """
            {"customer": "acme.com", "other": "acne.com"}""";

    static final String MERGED = """
            {"success": true, "merge": {"customer": "ACME Inc", "key": "acme inc", "into": "acme.com", "state": "merged", \
            "by": "anonymous", "at": "2026-11-28T09:30:00Z", "records": 2}, "moved_records": 2, "moved": {"customers": [12, 11], \
            "duplicate_customers": [5, 4]}, "settled": true, "difference": {"customers": -1, "duplicate_customers": -1}}""";

    static final String UNDONE = """
            {"success": true, "merge": {"customer": "ACME Inc", "key": "acme inc", "into": "acme.com", "state": "undoing", \
            "by": "anonymous", "at": "2026-11-28T09:31:00Z", "records": 2}, "moved_records": 2, "moved": {"customers": [11, 12], \
            "duplicate_customers": [4, 5]}, "settled": true, "difference": {"customers": 1, "duplicate_customers": 1}}""";

    static final String MERGES = """
            [{"customer": "ACME Inc", "key": "acme inc", "into": "acme.com", "state": "merged", "by": "anonymous", \
            "at": "2026-11-28T09:30:00Z", "records": 2}]""";

    static final String REJECTED = """
            [{"customer": "acme.com", "other": "acne.com", "by": "anonymous", "at": "2026-11-28T09:30:00Z"}]""";

    static final String CONFLICT = """
            {"type": "/problems/merge-conflict", "title": "The customers cannot be merged this way", "status": 409, \
            "detail": "“acme.com” is merged into “ACME Inc”; undo that first."}""";

    private MergeApiExamples() {}
}
