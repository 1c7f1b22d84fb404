package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What can go wrong with a bulk post, and how far it got. */
final class BulkProblems {

    private static final String ANOTHER_KEY =
            "Send it undamaged with the same Idempotency-Key, and only the rest is settled. If that is answered with 422,"
                    + " damaged records are settled already: delete them, and send it with another Idempotency-Key.";

    private BulkProblems() {}

    static ProblemException busy(int posts) {
        return ProblemException.of(
                ProblemType.UNAVAILABLE,
                "The server takes " + posts
                        + " bulk posts at a time, and there are as many. Nothing of this one was read.");
    }

    static ProblemException inProgress() {
        return ProblemException.of(
                ProblemType.IN_PROGRESS, "A bulk post with this Idempotency-Key is being taken at the moment.");
    }

    static ProblemException otherContent() {
        return ProblemException.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "Another content was sent with this Idempotency-Key before. Nothing of this one was recorded.");
    }

    static ProblemException empty() {
        return ProblemException.of(ProblemType.MALFORMED_REQUEST, "The content has no records.");
    }

    /** Not all could be settled. */
    static ProblemException of(ProblemType type, String sentence, BulkRun run) {
        return problem(type, sentence + " " + howFarItIs(run) + howToGoOn(run), run);
    }

    /** The content was unpacked to something else than was packed, perhaps from before the place where that shows. */
    static ProblemException damaged(String sentence, BulkRun run) {
        String advice = isNothingSettled(run) || !run.head().repeatable() ? howToGoOn(run) : ANOTHER_KEY;
        return problem(ProblemType.UNREADABLE_CONTENT, sentence + " " + howFarItIs(run) + advice, run);
    }

    private static ProblemException problem(ProblemType type, String detail, BulkRun run) {
        return new ProblemException(type.status(), type.slug(), type.title(), detail, howFar(run));
    }

    /** The content is not in its format. */
    static ProblemException unreadable(UnreadableContentException unreadable, BulkRun run) {
        Map<String, Object> members = howFar(run);
        members.put("line", unreadable.line());
        members.put("rule", unreadable.rule());
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                ProblemType.UNREADABLE_CONTENT.slug(),
                ProblemType.UNREADABLE_CONTENT.title(),
                sentence(unreadable),
                members);
    }

    private static String sentence(UnreadableContentException unreadable) {
        String sentence = unreadable.sentence();
        return "Line " + unreadable.line() + ": " + sentence + (sentence.endsWith(".") ? "" : ".");
    }

    private static boolean isNothingSettled(BulkRun run) {
        return run.head().dryRun() || run.totals().received() == 0;
    }

    private static String howFarItIs(BulkRun run) {
        return isNothingSettled(run)
                ? "Nothing of it was recorded."
                : "The records up to line " + run.end().lines() + " are settled. ";
    }

    private static String howToGoOn(BulkRun run) {
        if (isNothingSettled(run)) {
            return "";
        }
        return run.head().repeatable()
                ? "Send it again with the same Idempotency-Key, and only the rest is settled."
                : "Send what follows them, or give a post an Idempotency-Key to send it again whole.";
    }

    private static Map<String, Object> howFar(BulkRun run) {
        BulkTotals totals = run.totals();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", run.head().key().id().toString());
        members.put("state", run.state());
        members.put("received", totals.received());
        members.put("recorded", totals.recorded());
        members.put("replayed", totals.replayed());
        members.put("rejected", totals.rejected());
        members.put("line", run.end().lines());
        members.put("position", run.delivery().position().toString());
        if (run.isImport()) {
            members.put(
                    "links", ImportLinks.of(run.head().key().id(), run.head().contentType()));
        }
        return members;
    }
}
