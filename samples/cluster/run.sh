#!/bin/sh
# Starts the servers, WeChat Pay's simulator, two nodes and a reverse proxy, until Ctrl-C.
# usage: samples/cluster/run.sh [inbox|kafka] [port]
cd "$(dirname "$0")/../.." || exit 1
exec mvn -q -ntp -pl samples/cluster -am package -DskipTests -Prun-cluster \
	"-Dcluster.mode=${1:-inbox}" "-Dcluster.port=${2:-8080}"
