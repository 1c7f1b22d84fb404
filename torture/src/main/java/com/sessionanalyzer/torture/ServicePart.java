package com.sessionanalyzer.torture;

import com.sessionanalyzer.testing.process.ServiceProcess;

/** One of the three services as its executable jar. */
record ServicePart(Victim victim, ServiceProcess process) implements Part {

    @Override
    public void start() {
        process.start("minimal");
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public boolean isServing() {
        return process.status("/readyz") == 200;
    }

    @Override
    public String output() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }
}
