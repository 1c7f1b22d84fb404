package com.sessionanalyzer.torture;

import com.sessionanalyzer.standalone.verify.VerifyCommand;
import com.sessionanalyzer.torture.Findings.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** {@code csa verify}: insights and rows as the log says, the books balanced, the audit log chained. */
record BookCheck(Installation installation, Findings findings) {

    void check() {
        StringWriter out = new StringWriter();
        int status = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(
                        "--url",
                        installation.query("").toString(),
                        "--bootstrap-servers",
                        installation.bootstrapServers(),
                        "--jdbc-url",
                        installation.database().jdbcUrl(),
                        "--jdbc-user",
                        installation.database().username(),
                        "--jdbc-password",
                        installation.database().password());
        if (status != 0) {
            findings.add(Kind.UNEQUAL, out.toString());
        }
    }
}
