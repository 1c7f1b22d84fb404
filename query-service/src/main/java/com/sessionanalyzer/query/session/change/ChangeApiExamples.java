package com.sessionanalyzer.query.session.change;

/** The examples of the description of changes. */
final class ChangeApiExamples {

    static final String FIELDS = """
            {"customer":"acme.com","region":"US","sessions":5,"source":"MySQL","destination":"BigQuery",\
            "time_consumed":20,"observation":"Mapping was unclear","has_highlight":false}""";

    static final String CORRECTED = """
            {"success":true,"data":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","customer":"acme.com","region":"US",\
            "sessions":5,"source":"MySQL","destination":"BigQuery","time_consumed":20,\
            "observation":"Mapping was unclear","has_highlight":false,"highlight_url":null,"highlight_type":null,\
            "highlight_details":null,"uploaded_at":"2026-03-14T12:00:00Z","created_at":"2026-03-14T12:00:00Z"},\
            "changed":["region","time_consumed"],\
            "moved":{"minutes":[140,145],"regions":{"EU":[7,6],"US":[2,3]}},"settled":true,\
            "difference":{"minutes":5,"regions":{"EU":-1,"US":1}}}""";

    static final String DELETED = """
            {"success":true,"moved":{"records":[9,8],"sessions":[31,26],"timed_records":[4,3],"minutes":[145,125],\
            "duplicate_customers":[2,1],"regions":{"US":[3,2]},"sources":{"MySQL":[9,8]},\
            "destinations":{"BigQuery":[6,5]}},"settled":true,\
            "difference":{"records":-1,"sessions":-5,"timed_records":-1,"minutes":-20,"duplicate_customers":-1,\
            "regions":{"US":-1},"sources":{"MySQL":-1},"destinations":{"BigQuery":-1}}}""";

    static final String ERASED = """
            {"success":true,"records":2,"rejections":1,"moved":{"records":[9,7],"sessions":[31,23],"customers":[6,5],\
            "duplicate_customers":[2,1],"regions":{"EU":[7,5]},"sources":{"MySQL":[9,7]},\
            "destinations":{"BigQuery":[6,4]}},"settled":true,\
            "difference":{"records":-2,"sessions":-8,"customers":-1,"duplicate_customers":-1,"regions":{"EU":-2},\
            "sources":{"MySQL":-2},"destinations":{"BigQuery":-2}}}""";

    static final String WRONG_ID = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"id must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "error":"id must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "parameter":"id","rule":"must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057"}""";

    static final String INVALID = """
            {"type":"/problems/invalid-record","title":"No record could be stored","status":400,\
            "detail":"The record was not corrected. Region is required.",\
            "error":"The record was not corrected. Region is required.",\
            "errors":[{"field":"region","line":0,"value":"","rule":"required","message":"Region is required"}]}""";

    static final String NOT_FOUND = """
            {"type":"/problems/not-found","title":"There is nothing here","status":404,\
            "detail":"There is no record with the id 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "error":"There is no record with the id 01890a5d-ac96-774b-bcce-b302099a8057."}""";

    static final String NO_CUSTOMER = """
            {"type":"/problems/not-found","title":"There is nothing here","status":404,\
            "detail":"There is nothing of this customer.","error":"There is nothing of this customer."}""";

    static final String REQUIRED = """
            {"type":"/problems/precondition-required","title":"The revision is missing","status":428,\
            "detail":"Say with If-Match which revision you have seen: the ETag of GET, such as \\"0\\". Nothing was changed.",\
            "error":"Say with If-Match which revision you have seen: the ETag of GET, such as \\"0\\". Nothing was changed."}""";

    static final String CONFLICT = """
            {"type":"/problems/precondition-failed","title":"The record changed meanwhile","status":412,\
            "detail":"The record is at revision 3 now, so somebody changed it meanwhile. Nothing was changed.",\
            "error":"The record is at revision 3 now, so somebody changed it meanwhile. Nothing was changed.",\
            "revision":3}""";

    static final String UNAVAILABLE = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"Nothing was changed, because Kafka does not answer at the moment.",\
            "error":"Nothing was changed, because Kafka does not answer at the moment."}""";

    private ChangeApiExamples() {}
}
