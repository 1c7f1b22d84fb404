package com.sessionanalyzer.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** The kinds of problems that answers can have; each has a page at {@code /problems/{slug}}. */
public enum ProblemType {
    INVALID_RECORD(
            HttpStatus.BAD_REQUEST,
            "No record could be stored",
            "What was sent could be read, but no record in it follows the rules.",
            "Each entry of errors names the field, the line, the value and the rule it broke. Correct these and send it again."),
    MALFORMED_REQUEST(
            HttpStatus.BAD_REQUEST,
            "The request could not be read",
            "The body or an address is not what the endpoint expects, for example broken JSON, or a list where an object belongs.",
            "Compare the request with the examples in the API description, and send it again."),
    INVALID_PARAMETER(
            HttpStatus.BAD_REQUEST,
            "A parameter is not valid",
            "A parameter of the address is missing, or has a value that is not allowed.",
            "The answer names the parameter and what is allowed."),
    UNREADABLE_CONTENT(
            HttpStatus.BAD_REQUEST,
            "The content cannot be read to its end",
            "The content of a bulk post broke off, is damaged, or is not in the format that it was sent as. What was read before that is settled and stays.",
            "The answer says how far it got and in which line it ended. Correct the content, or send it again; with the same Idempotency-Key nothing is recorded twice."),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "This is not allowed",
            "The request came from another site, under a foreign name, or from a form that is too old, so nothing was changed.",
            "Open the page again at the address the server printed when it started, and repeat what you did."),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "There is nothing here",
            "No page, file or record has this address. Records that were deleted have none any more.",
            "Check the address, or look for the record in the reports."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "This address does not work that way",
            "The address exists, but not with this HTTP method.",
            "The Allow header of the answer lists the methods that work."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "The answer is not available in that format",
            "The Accept header of the request asks for a format that this address does not have.",
            "Ask for application/json, or leave the header out."),
    TOO_SLOW(
            HttpStatus.REQUEST_TIMEOUT,
            "The request came too slowly",
            "The sender was slower than the server waits for, or fell silent. What was read before that is settled and stays.",
            "Send it again over a better connection; with the same Idempotency-Key nothing is recorded twice."),
    IN_PROGRESS(
            HttpStatus.CONFLICT,
            "The same is being done at this moment",
            "Another request with the same Idempotency-Key has not ended, or its end is not known yet.",
            "Wait for the seconds that the Retry-After header says, and send it again."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The key belongs to another request",
            "The Idempotency-Key came with another body before. Nothing of this request was stored.",
            "Send each body with a key of its own, and the same body with the same key."),
    CANCELLED(
            HttpStatus.CONFLICT,
            "The import was cancelled",
            "Somebody cancelled this import while it was sent. What was settled before that stays.",
            "Send it again with the same Idempotency-Key to go on."),
    ALREADY_SETTLED(
            HttpStatus.CONFLICT,
            "The rejected record is settled already",
            "Somebody has resubmitted or dismissed it before, in another way than this request asks for. Nothing was changed.",
            "The answer says how, when and by whom it was settled; a record that it became can be corrected."),
    MERGE_CONFLICT(
            HttpStatus.CONFLICT,
            "The customers cannot be merged this way",
            "One of them is merged already, or is just being put back. Nothing was changed.",
            "The answer says what stands in the way; the list of merges shows what can be undone."),
    PRECONDITION_REQUIRED(
            HttpStatus.PRECONDITION_REQUIRED,
            "The revision is missing",
            "A correction must say which revision of the record it corrects, so that it cannot undo somebody else's.",
            "Read the record, and send its ETag as If-Match."),
    PRECONDITION_FAILED(
            HttpStatus.PRECONDITION_FAILED,
            "The record changed meanwhile",
            "The record is not the one that was seen any more. Nothing was changed.",
            "Read it again, and decide with what it says now."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "The request is too large",
            "The body is larger than the server accepts. Nothing of it was stored.",
            "Send the records in several smaller requests."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The content type is not supported",
            "The body is in a format that this address does not read.",
            "The Accept header of the answer lists the formats that are read. JSON needs Content-Type: application/json."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Not available at the moment",
            "A part that is needed for the answer cannot be reached. Nothing was confirmed as stored.",
            "Try again in a few seconds; the Retry-After header says when."),
    INTERNAL(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong",
            "The server made a mistake. The details are in its log.",
            "Try again; if it happens again, tell whoever runs the server when it was.");

    private static final Set<ProblemType> PARTICULAR = EnumSet.of(INVALID_RECORD, IN_PROGRESS, IDEMPOTENCY_KEY_REUSED);

    private final HttpStatus status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemType(HttpStatus status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The last part of its address, as in {@code invalid-record}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address of its page, and the {@code type} of its Problem Details. */
    public String uri() {
        return "/problems/" + slug();
    }

    /** The status it usually has. */
    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What happened, in a sentence or two. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    /** The type of this slug. */
    public static Optional<ProblemType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type that tells most about a status nothing else is known of. */
    static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> !PARTICULAR.contains(type) && type.status.value() == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL);
    }
}
