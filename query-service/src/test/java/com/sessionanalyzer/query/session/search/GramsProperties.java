package com.sessionanalyzer.query.session.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GramsProperties {

    @Property
    void aTextHasAllGramsOfWhatItContains(@ForAll String before, @ForAll String piece, @ForAll String after) {
        assertThat(numbers(before + piece + after)).containsAll(numbers(piece)).containsAll(required(piece));
    }

    @Property
    void textsHaveTheGramsOfEach(@ForAll String first, @ForAll String second) {
        Set<Integer> both = new HashSet<>(numbers(first));
        both.addAll(numbers(second));

        assertThat(numbers(first, second)).isEqualTo(both).isEqualTo(numbers(first + "\n" + second));
    }

    @Example
    void charactersOfAsciiHaveNumbersOfTheirOwn() {
        assertThat(numbers("abcab")).hasSize(3).isEqualTo(numbers("bcabc"));
        assertThat(numbers("abd")).doesNotContainAnyElementsOf(numbers("abc"));
        assertThat(numbers("größe")).hasSize(3).doesNotContainAnyElementsOf(numbers("abc"));
    }

    @Example
    void longPiecesRequireWhatTellsMore() {
        assertThat(required("abcde")).isEqualTo(numbers("abcde"));
        assertThat(required("abcdefg")).hasSize(2).doesNotContainAnyElementsOf(numbers("abcde"));
    }

    @Example
    void twoCharactersSayTooLittle() {
        assertThat(numbers("ab")).isEmpty();
        assertThat(numbers("ab\ncd")).isEmpty();
    }

    @Example
    void forgetsWhatItIsToldTo() {
        Grams grams = new Grams();
        grams.add("abc");
        grams.clear();

        assertThat(grams.isEmpty()).isTrue();
    }

    private static Set<Integer> required(String piece) {
        Grams grams = new Grams();
        grams.require(piece);
        return Arrays.stream(grams.numbers()).boxed().collect(Collectors.toSet());
    }

    private static Set<Integer> numbers(String... texts) {
        Grams grams = new Grams();
        Arrays.stream(texts).forEach(grams::add);
        return Arrays.stream(grams.numbers()).boxed().collect(Collectors.toSet());
    }
}
