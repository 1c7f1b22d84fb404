package com.sessionanalyzer.standalone;

import com.sessionanalyzer.standalone.generate.GenerateCommand;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import com.sessionanalyzer.standalone.load.LoadCommand;
import com.sessionanalyzer.standalone.rebuild.RebuildCommand;
import com.sessionanalyzer.standalone.start.StartCommand;
import com.sessionanalyzer.standalone.verify.VerifyCommand;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line {@code csa}. */
@Command(
        name = "csa",
        description = "Customer Session Analyzer: from posted session text to live insights.",
        subcommands = {
            StartCommand.class,
            LoadCommand.class,
            GenerateCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Csa.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "csa COMMAND --help explains every option of a command."})
public final class Csa {

    /** A failure that was explained in one sentence. */
    private static final int FAILED = 1;

    private Csa() {}

    public static void main(String... arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Csa())
                .setExecutionExceptionHandler(Csa::explain)
                .setParameterExceptionHandler(Csa::explain)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof PlainFailure plain) {
            command.getErr().println(plain.getMessage());
            return FAILED;
        }
        throw failure;
    }

    private static int explain(ParameterException wrong, String... arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The version of this build. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Csa.class.getPackage().getImplementationVersion();
            return new String[] {"csa " + (version == null ? "(not packaged)" : version)};
        }
    }
}
