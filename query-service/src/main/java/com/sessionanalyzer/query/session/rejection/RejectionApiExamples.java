package com.sessionanalyzer.query.session.rejection;

/** The examples of the API's description. */
final class RejectionApiExamples {

    static final String REJECTION = """
            {"id":"01890a5d-ac96-774b-bcce-b302099a8057","received_at":"2026-03-14T12:00:00Z","channel":"api",\
            "sender":"","delivery":null,"line":1,"format":"text",\
            "text":"Customer: acme.com\\nRegion: EU\\nSessions: 3 sessions\\nSource: MySQL\\nDestination: BigQuery",\
            "reasons":["sessions:not-a-number"],"violations":[{"field":"sessions","line":3,"text_line":3,\
            "value":"3 sessions","rule":"not-a-number","message":"Sessions must be a valid number"}],\
            "settlement":null}""";

    static final String REJECTIONS = "[" + REJECTION + "]";

    static final String GROUPS = """
            [{"reason":"sessions:not-a-number","field":"sessions","rule":"not-a-number","count":430,\
            "newest":"2026-03-14T12:00:00Z","example":{"id":"01890a5d-ac96-774b-bcce-b302099a8057",\
            "value":"3 sessions","message":"Sessions must be a valid number"}}]""";

    static final String FILE = "Customer: acme.com\nRegion: EU\nSessions: 3 sessions\n";

    static final String TEXT = """
            {"text":"Customer: acme.com\\nRegion: EU\\nSessions: 3\\nSource: MySQL\\nDestination: BigQuery"}""";

    static final String RESUBMITTED = """
            {"rejection":"01890a5d-ac96-774b-bcce-b302099a8057","record":"01890a5d-ac96-8b2e-a1c3-5f0e9d7c6b4a",\
            "warnings":[]}""";

    static final String DISMISSAL = """
            {"reason":"a duplicate of the import of 13 March"}""";

    static final String DISMISSED = """
            {"id":"01890a5d-ac96-774b-bcce-b302099a8057","received_at":"2026-03-14T12:00:00Z","channel":"api",\
            "sender":"","delivery":null,"line":1,"format":"text","text":"Customer: acme.com",\
            "reasons":["region:required"],"violations":[{"field":"region","line":1,"text_line":1,"value":"",\
            "rule":"required","message":"Region is required"}],"settlement":{"kind":"dismissed",\
            "at":"2026-03-14T12:10:00Z","actor":"anonymous","reason":"a duplicate of the import of 13 March",\
            "record":null}}""";

    static final String FIX = """
            {"filter":{"reason":"sessions:not-a-number"},"rule":{"kind":"strip","field":"sessions"},"dry_run":true}""";

    static final String FIXED = """
            {"dry_run":true,"selected":430,"fixed":412,"still_rejected":18,"unchanged":6,"examples":[{\
            "id":"01890a5d-ac96-774b-bcce-b302099a8057","fixed":true,"before":"Sessions: 3 sessions",\
            "after":"Sessions: 3","violations":[]}],"reasons_left":[{"reason":"region:required","count":12}],\
            "remaining":0,"next":null}""";

    static final String GROUP_DISMISSAL = """
            {"filter":{"delivery":"01890a5d-ac96-774b-bcce-b302099a8057"},"reason":"the wrong file","dry_run":false}""";

    static final String GROUP_DISMISSED = """
            {"dry_run":false,"selected":18,"dismissed":18,"remaining":0}""";

    static final String WRONG_PARAMETER = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"state must be one of open, resubmitted, dismissed, all.",\
            "error":"state must be one of open, resubmitted, dismissed, all.",\
            "parameter":"state","rule":"must be one of open, resubmitted, dismissed, all"}""";

    static final String WRONG_FORMAT = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"format must be one of text, json, rows, ndjson, csv.",\
            "error":"format must be one of text, json, rows, ndjson, csv.",\
            "parameter":"format","rule":"must be one of text, json, rows, ndjson, csv"}""";

    static final String WRONG_RULE = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"kind must be one of map, strip, default, rename, clear.",\
            "error":"kind must be one of map, strip, default, rename, clear.",\
            "parameter":"kind","rule":"must be one of map, strip, default, rename, clear"}""";

    static final String WRONG_REASON = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"reason must have 1 to 500 characters.","error":"reason must have 1 to 500 characters.",\
            "parameter":"reason","rule":"must have 1 to 500 characters"}""";

    static final String STILL_REJECTED = """
            {"type":"/problems/invalid-record","title":"No record could be stored","status":400,\
            "detail":"Sessions must be a valid number.","error":"Sessions must be a valid number.",\
            "errors":[{"field":"sessions","line":3,"value":"many","rule":"not-a-number",\
            "message":"Sessions must be a valid number"}]}""";

    static final String SETTLED_BEFORE = """
            {"type":"/problems/already-settled","title":"The rejected record is settled already","status":409,\
            "detail":"This rejected record is settled already.","error":"This rejected record is settled already.",\
            "settlement":{"kind":"dismissed","at":"2026-03-14T12:10:00Z","actor":"anonymous",\
            "reason":"a duplicate of the import of 13 March","record":null}}""";

    static final String NOT_FOUND = """
            {"type":"/problems/not-found","title":"There is nothing here","status":404,\
            "detail":"There is no rejected record with the id 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "error":"There is no rejected record with the id 01890a5d-ac96-774b-bcce-b302099a8057."}""";

    static final String UNAVAILABLE = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"The rejected records cannot be read at the moment, because the database is away.",\
            "error":"The rejected records cannot be read at the moment, because the database is away."}""";

    private RejectionApiExamples() {}
}
