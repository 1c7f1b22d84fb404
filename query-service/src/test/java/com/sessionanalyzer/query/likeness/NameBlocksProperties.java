package com.sessionanalyzer.query.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class NameBlocksProperties {

    @Property
    void pairsNamesThatAreOneLetterApart(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 5, max = 20) String name,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @IntRange(max = 100) int place,
            @ForAll @CharRange(from = 'a', to = 'z') char letter) {
        int at = place % (name.length() - 1);
        String slipped = switch (kind) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
        List<NameParts> names =
                List.of(NameParts.of(name + ".com"), NameParts.of("unrelated.net"), NameParts.of(slipped + ".com"));

        assertThat(NameBlocks.of(names).pairs()).contains(2L);
        List<Integer> near = new ArrayList<>();
        NameBlocks.of(names).near(names.get(2), near::add);
        assertThat(near).contains(0);
    }

    @Property
    void neverFailsOnAnyText(@ForAll String one, @ForAll String other) {
        List<NameParts> names = List.of(NameParts.of(one), NameParts.of(other));

        NameBlocks.of(names).pairs();

        assertThat(NameLikeness.of(names.get(0), names.get(1)).score()).isBetween(0.0, 1.0);
    }
}
