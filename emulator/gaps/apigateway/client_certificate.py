"""Client certificates.

AWS creates a certificate, which API Gateway presents to backends. MiniStack's CloudFormation refuses the type. Here a
certificate is only an id that a stage can name.
"""

import uuid

from patching.resources import Attributes, Properties, adds


def create(logical_id: str, properties: Properties, stack: str) -> tuple[str, Attributes]:
    """Return the id of a new certificate."""
    return uuid.uuid4().hex[:6], {}


adds("AWS::ApiGateway::ClientCertificate", create, lambda physical_id, properties: None)
