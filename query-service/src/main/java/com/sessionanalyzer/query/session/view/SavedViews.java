package com.sessionanalyzer.query.session.view;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.security.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The views that people saved: each sees and changes their own; whoever has the link of one can open it. */
public interface SavedViews {

    /** Those of a person, by name. */
    List<SavedView> all(OrganizationId organization, Actor owner);

    /** One of anybody in the organization. */
    Optional<SavedView> find(OrganizationId organization, UUID id);

    /**
     * Saves a new one.
     *
     * @throws com.sessionanalyzer.page.ProblemException when the person has one of this name, or too many
     */
    SavedView create(OrganizationId organization, Actor owner, ViewContent content);

    /**
     * Changes one of a person's own; empty when there is none with this id.
     *
     * @throws com.sessionanalyzer.page.ProblemException when the person has another one of this name
     */
    Optional<SavedView> change(OrganizationId organization, Actor owner, UUID id, ViewContent content);

    /** Whether there was one of a person's own. */
    boolean delete(OrganizationId organization, Actor owner, UUID id);
}
