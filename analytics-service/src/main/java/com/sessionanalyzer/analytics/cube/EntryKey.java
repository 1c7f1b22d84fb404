package com.sessionanalyzer.analytics.cube;

/** Names an entry by what it is of; equal ones are of the same entry, and it is encoded only when the entry is read or written. */
public interface EntryKey {

    byte[] encode();
}
