package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.standalone.demo.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** What was noticed: nothing, a sentence, or a list of some, and rarely of many. */
final class Observations {

    private static final List<String> AWKWARD_FINDINGS = List.of(
            "read \"unknown error 17\", twice, before leaving",
            "schrieb \"größer\" in das Feld",
            "saw C:\\exports\\today.csv, a file of the old system");
    private static final int NOTHING = 20;
    private static final int ONE_LINE = 70;
    private static final int FEW_LINES = 99;
    private static final int FEW = 4;
    private static final int MANY = 60;

    private final byte[][] sentences;
    private final byte[] item;
    private final byte[] nextItem;
    private final byte[] quote;

    Observations(Notation notation) {
        this.sentences = sentences(notation).toArray(byte[][]::new);
        this.item = Notation.utf8(notation.part("- "));
        this.nextItem = Notation.utf8(notation.part("\n- "));
        this.quote = Notation.utf8(notation.quote(SessionField.OBSERVATION));
    }

    void put(Dice dice, Values values) {
        int kind = dice.below(100);
        if (kind < NOTHING) {
            return;
        }
        Bytes out = values.compose(SessionField.OBSERVATION).put(quote);
        if (kind < ONE_LINE) {
            out.put(sentence(dice));
        } else {
            list(kind < FEW_LINES ? 2 + dice.below(FEW - 1) : FEW + dice.below(MANY), dice, out);
        }
        out.put(quote);
    }

    private void list(int lines, Dice dice, Bytes out) {
        out.put(item).put(sentence(dice));
        for (int i = 1; i < lines; i++) {
            out.put(nextItem).put(sentence(dice));
        }
    }

    private byte[] sentence(Dice dice) {
        return sentences[dice.below(sentences.length)];
    }

    private static List<byte[]> sentences(Notation notation) {
        List<String> findings = new ArrayList<>(Vocabulary.FINDINGS);
        findings.addAll(AWKWARD_FINDINGS);
        List<byte[]> sentences = new ArrayList<>();
        for (String action : Vocabulary.ACTIONS) {
            for (String place : Vocabulary.PLACES) {
                for (String finding : findings) {
                    String sentence = "The user " + action + " " + place + " and " + finding + ".";
                    sentences.add(Notation.utf8(notation.part(sentence)));
                }
            }
        }
        return sentences;
    }
}
