package com.sessionanalyzer.intake.session.alias;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import com.sessionanalyzer.schema.session.CustomerName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was decided about customers, in memory. Any thread may ask; the newest decision of a key holds. */
public final class CustomerLinks {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerLinks.class);
    private static final int LONGEST_CHAIN = 1_000;

    private final Map<CustomerLinkKey.Alias, CustomerLink.Alias> aliases = new ConcurrentHashMap<>();
    private final Map<CustomerLinkKey.Apart, CustomerLink.Apart> aparts = new ConcurrentHashMap<>();

    /** Takes an entry of the topic; null ends what its key said. What somebody else wrote into it is left out. */
    public void take(byte[] key, byte @Nullable [] value) {
        try {
            set(CustomerLinkKey.decode(key), value == null ? null : CustomerLink.decode(value));
        } catch (UnreadableEventException foreign) {
            LOG.atError().addKeyValue("cause", foreign.toString()).log("A decision about a customer cannot be read");
        }
    }

    private void set(CustomerLinkKey key, @Nullable CustomerLink link) {
        if (key instanceof CustomerLinkKey.Alias alias) {
            replace(aliases, alias, link instanceof CustomerLink.Alias value ? value : null);
        } else if (key instanceof CustomerLinkKey.Apart apart) {
            replace(aparts, apart, link instanceof CustomerLink.Apart value ? value : null);
        }
    }

    private static <K, V> void replace(Map<K, V> table, K key, @Nullable V value) {
        if (value == null) {
            table.remove(key);
        } else {
            table.put(key, value);
        }
    }

    /** The name as it is spelled, with the identity of the customer that its records go to. */
    public CustomerName of(OrganizationId organization, String spelling) {
        CustomerName name = CustomerName.of(spelling);
        if (aliases.isEmpty()) {
            return name;
        }
        String key = resolve(organization, name.key());
        return key.equals(name.key()) ? name : new CustomerName(name.spelling(), key);
    }

    /** The customer that records of this one go to: itself, unless it was merged into another, and that perhaps into a third. */
    public String resolve(OrganizationId organization, String customerKey) {
        String key = customerKey;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            CustomerLink.Alias alias = aliases.get(new CustomerLinkKey.Alias(organization, key));
            if (alias == null || !alias.state().isFollowed()) {
                return key;
            }
            key = alias.into();
        }
        LOG.atError().addKeyValue("organization", organization.value()).log("Merged customers go round in a circle");
        return customerKey;
    }

    /** What was decided about this name; null when nothing was. */
    public CustomerLink.@Nullable Alias find(OrganizationId organization, String customerKey) {
        return aliases.get(new CustomerLinkKey.Alias(organization, customerKey));
    }

    /** Every name that is or was merged into another. */
    public Stream<Map.Entry<CustomerLinkKey.Alias, CustomerLink.Alias>> aliases() {
        return aliases.entrySet().stream();
    }

    /** The names whose records go to this customer, directly or by way of others. */
    public List<Map.Entry<CustomerLinkKey.Alias, CustomerLink.Alias>> aliasesOf(
            OrganizationId organization, String customerKey) {
        return aliases()
                .filter(entry -> entry.getKey().organization().equals(organization))
                .filter(entry -> entry.getValue().state().isFollowed())
                .filter(entry -> resolve(organization, entry.getKey().key()).equals(resolve(organization, customerKey)))
                .toList();
    }

    /** Every two customers that are not the same. */
    public Stream<Map.Entry<CustomerLinkKey.Apart, CustomerLink.Apart>> aparts() {
        return aparts.entrySet().stream();
    }

    /** Whether somebody said that these two are not the same. */
    public boolean areApart(OrganizationId organization, String one, String other) {
        return !one.equals(other) && aparts.containsKey(CustomerLinkKey.Apart.of(organization, one, other));
    }
}
