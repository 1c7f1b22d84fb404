import sys
from confluent_kafka import Producer


def report(error, message):
    print(error or f"{message.topic()}-{message.partition()}@{message.offset()}")


producer = Producer({"bootstrap.servers": sys.argv[1], "acks": "all", "enable.idempotence": True})
with open(sys.argv[2], "rb") as content:
    producer.produce(
        "session-submissions",
        value=content.read(),
        headers={"content-type": "text/csv"},
        on_delivery=report,
    )
sys.exit(1 if producer.flush(30) else 0)
