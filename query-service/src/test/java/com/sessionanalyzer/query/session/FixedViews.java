package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.session.view.SavedView;
import com.sessionanalyzer.query.session.view.SavedViews;
import com.sessionanalyzer.query.session.view.ViewContent;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.security.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saved views of a list in memory, whoever asks. */
final class FixedViews implements SavedViews {

    final List<SavedView> all = new ArrayList<>(List.of(
            new SavedView(
                    new UUID(7, 1),
                    "EU, most minutes first",
                    "sort=-time_consumed,customer&region=EU",
                    Instant.EPOCH,
                    Instant.EPOCH),
            new SavedView(
                    new UUID(7, 2),
                    "Highlights of the last 30 days",
                    "period=30d&highlight=any",
                    Instant.EPOCH,
                    Instant.EPOCH)));

    @Override
    public List<SavedView> all(OrganizationId organization, Actor owner) {
        return List.copyOf(all);
    }

    @Override
    public Optional<SavedView> find(OrganizationId organization, UUID id) {
        return all.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    @Override
    public SavedView create(OrganizationId organization, Actor owner, ViewContent content) {
        SavedView created =
                new SavedView(new UUID(8, all.size()), content.name(), content.query(), Instant.EPOCH, Instant.EPOCH);
        all.add(created);
        return created;
    }

    @Override
    public Optional<SavedView> change(OrganizationId organization, Actor owner, UUID id, ViewContent content) {
        return find(organization, id).map(old -> {
            SavedView changed = new SavedView(id, content.name(), content.query(), Instant.EPOCH, Instant.EPOCH);
            all.replaceAll(view -> view.id().equals(id) ? changed : view);
            return changed;
        });
    }

    @Override
    public boolean delete(OrganizationId organization, Actor owner, UUID id) {
        return all.removeIf(view -> view.id().equals(id));
    }
}
