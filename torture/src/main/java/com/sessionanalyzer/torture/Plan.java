package com.sessionanalyzer.torture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Who is killed when, as the seed has it: in rounds of one kill or several together. Victims are drawn like cards, so that
 * each comes once before one comes twice.
 */
record Plan(List<List<Kill>> rounds) {

    private static final int LATEST_MILLIS = 2_500;
    private static final int LONGEST_DOWN_MILLIS = 2_000;
    private static final int[] SIZES = {1, 1, 1, 2, 2, 3, 1, 2, 1, 5};

    Plan {
        rounds = List.copyOf(rounds);
    }

    static Plan of(int kills, long seed, Set<Victim> victims) {
        Random random = new Random(seed);
        Deque<Victim> cards = new ArrayDeque<>();
        List<List<Kill>> rounds = new ArrayList<>();
        for (int left = kills; left > 0; ) {
            int size = Math.min(left, Math.min(victims.size(), SIZES[random.nextInt(SIZES.length)]));
            rounds.add(round(size, random, cards, victims));
            left -= size;
        }
        return new Plan(rounds);
    }

    private static List<Kill> round(int size, Random random, Deque<Victim> cards, Set<Victim> victims) {
        Set<Victim> chosen = EnumSet.noneOf(Victim.class);
        List<Kill> round = new ArrayList<>();
        while (round.size() < size) {
            if (cards.isEmpty()) {
                List<Victim> all = new ArrayList<>(victims);
                Collections.shuffle(all, random);
                cards.addAll(all);
            }
            Victim victim = cards.remove();
            if (chosen.add(victim)) {
                round.add(new Kill(victim, random.nextInt(LATEST_MILLIS), random.nextInt(LONGEST_DOWN_MILLIS)));
            } else {
                cards.addLast(victim);
            }
        }
        return List.copyOf(round);
    }

    int kills() {
        return rounds.stream().mapToInt(List::size).sum();
    }
}
