package com.sessionanalyzer.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** All stages there are: a new one is a class and a line here. */
final class Stages {

    static final List<Stage> ALL = List.of(
            new ParseStage(),
            new PostStage(),
            new BulkStage(),
            new LoadStage(),
            new ProjectionStage(),
            new FileStage(),
            new VisibleStage(),
            new StartStage(),
            new StreamsStage(),
            new RestoreStage(),
            new QuestionsStage(),
            new GrowthStage(),
            new LiveStage(),
            new MicroStage());

    private Stages() {}

    /**
     * The stage of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Stage named(String name) {
        return ALL.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("stage must be one of "
                        + ALL.stream().map(Stage::name).collect(joining(", ")) + ", was '" + name + "'"));
    }
}
